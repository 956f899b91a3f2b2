"""How much one sheet may hold, and how often a company may send one."""

MEGABYTE = 1024 * 1024
MOST_BYTES = 5 * MEGABYTE
# What an .xlsx may hold once it is unpacked; one of two thousand rows has some four megabytes.
MOST_UNPACKED = 40 * MEGABYTE
MOST_MEMBERS = 200
# Parsing takes some seconds for so many; a full sheet has a quarter of a million.
MOST_TAGS = 500_000
# Styles and the like are read into memory as a whole.
MOST_BESIDE = 2 * MEGABYTE
MOST_ROWS = 2000
MOST_COLUMNS = 60
# The texts of a sheet may name one long text a thousand times.
MOST_LETTERS = 8_000_000
# The header stands near the top; after so many empty rows nothing more is expected.
HEADER_WITHIN = 10
MOST_EMPTY = 500

CHECKS_A_DAY = 30
IMPORTS_A_DAY = 5
KEPT_DAYS = 7
