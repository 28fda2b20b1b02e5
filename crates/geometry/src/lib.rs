//! Points, rectangles and routes: pure maths, screen and page kept apart.
