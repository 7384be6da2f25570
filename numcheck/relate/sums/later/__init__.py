"""What the sentences after say of totals and parts."""
