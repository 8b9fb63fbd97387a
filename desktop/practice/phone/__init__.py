"""The customer's side: paying, and the page on which a person does it."""
