// Package chart lays out charts and the band of key figures in galley boxes.
//
// A chart is a caption, a drawing, and notes. Its drawing is made of horizontal
// bars, longest first or in the order of time, with label and value at each bar,
// and, where there is a base, a line that shows it and a column of shares, or of
// bases where each bar has its own; or of lines through time. A band is one row of up to five large figures over their captions.
//
// # Sources
//
// Cleveland and McGill, Graphical Perception (1984), for bars from a common
// zero; Tufte, The Visual Display of Quantitative Information (1983), for values
// at the bars in place of scale, grid, frame and legend. The parts of the
// structure tree are those of ISO 32000-1, 14.8.4; PDF/UA-1 (ISO 14289-1, 7.3)
// asks for a text that stands for each figure.
//
// # Units
//
// Lengths are units.Sp; X counts from the left edge of the frame. The length of
// a bar is an exact share of the field, rounded once.
//
// # Errors
//
// Reported, at the chart or band: no bars or values (chart-empty), a value
// below zero (chart-negative), beyond the base (chart-over-base) or that cannot
// be printed (chart-value), a base that is none (chart-base), values counted in
// different units (chart-units), more or fewer series than the kind shows
// (chart-series), more points of a line than their values have room
// (chart-crowded), a kind that is not known (chart-kind), too many figures in a
// band (band-too-many). Warned of: no unit line (chart-unit), no source
// (chart-source), a label of more than two lines (chart-label-long), a caption
// of a key figure of more than three (band-caption-long), a key figure wider
// than its column (band-figure-wide).
package chart
