"""Where observations come from: folders of CSV files and workbooks, rows of any table."""

from drafter.stores.folder import Dataset, read_data_folder
from drafter.stores.rows import read_rows

__all__ = ["Dataset", "read_data_folder", "read_rows"]
