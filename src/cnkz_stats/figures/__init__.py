"""Numbers, hedges and periods as printed, in four languages, and the exact ranges they mean."""
