"""Two made-up provinces with data of four years, and the judge of what is drafted from them."""
