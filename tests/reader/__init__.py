"""An independent reader of the reports: from a .docx back to claims that the data can judge.

It shares no code with drafter. It works from the text alone; content controls only say where a
figure begins and ends.
"""
