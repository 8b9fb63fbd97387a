"""Papers on their way out: printers, the queue, mail."""
