"""Pure values: identities, catalogs, the contract of a kind."""
