"""Where a schema comes from: files, migrations, snapshots, and the throw-away server that reads them."""
