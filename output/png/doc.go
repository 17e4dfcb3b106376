// Package png draws pages of a frame.Book as pictures: for previews, and for
// everyone who wants to see a page without a PDF reader.
//
// Page draws one page, Encode makes a PNG file of it. Pages do not depend on
// each other and may be drawn at the same time.
//
// Everything is drawn in integers and is the same on every machine, but for
// pictures that are placed on a page: they are scaled in floating point, by the
// Catmull-Rom kernel of golang.org/x/image/draw, and may differ by one level
// between processors.
//
// A screen has few pixels: baselines are moved to whole pixels and glyphs to
// quarters of one, rules and bars begin on a pixel, and a rule thinner than a
// pixel takes a whole one, or it would be too faint to be seen.
//
// # Sources
//
// ISO/IEC 15948 (PNG). ISO 32000-1, 8.5.3 for what a contour encloses. The
// quarters of a pixel are those of the Splash rasteriser of Xpdf and Poppler.
//
// # Units
//
// A device unit is 1/512 pixel. X grows to the right and Y down, as in frames;
// in fonts Y grows up. Resolutions are in pixels per inch.
//
// # Errors
//
// Page reports a page that does not exist, is too large to draw, or names a
// face, a glyph or a picture that cannot be drawn; all are faults of the caller
// or of layout.
package png
