"""Stock: days taken off sale, units kept back, departures that do not take place."""
