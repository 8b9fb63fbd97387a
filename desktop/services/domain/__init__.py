"""The rules of the desk as plain Python: values in, values out."""
