"""Parts of a transaction that several use cases share; each runs inside an open one."""
