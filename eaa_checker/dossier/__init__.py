"""The sealed dossier: a BagIt package that anybody can open and check, each sealed on top of the one before."""
