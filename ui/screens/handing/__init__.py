"""Documents that are left at the desk, referrals to agencies, and a visit that goes to a colleague."""
