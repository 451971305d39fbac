"""Drafts official socio-economic reports: a dataset in, a Vietnamese BÁO CÁO in Word out."""
