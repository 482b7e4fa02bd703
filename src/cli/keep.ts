/** What keeps a store in order: rebuilding the picture, backup, restore. */
