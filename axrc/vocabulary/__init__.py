"""What things are called: names and words with their pinyin, what means the same, what is meant by what was typed."""
