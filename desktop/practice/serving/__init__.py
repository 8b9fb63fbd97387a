"""HTTP: reads a request, lets faults strike, does it in one transaction and answers."""
