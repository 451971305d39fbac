"""What a draft costs, beside docxtpl filling the same document: `python -m tests.benchmarks`."""
