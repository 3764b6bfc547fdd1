"""Testing by hand: questions with the evidence beside them, and what a page was like before and after."""
