"""The stock page: days off sale, units kept back."""
