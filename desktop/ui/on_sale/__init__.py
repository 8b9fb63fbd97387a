"""What is on sale, drawn and listed: maps of units, racks, tables of days and offerings."""
