package chart

import (
	"testing"

	"assemble/layout/galley"
	"assemble/output/dump"
	"assemble/output/dump/golden"
)

func TestLook(t *testing.T) {
	b := newBench(t)
	var boxes []galley.Box
	boxes = append(boxes, LayBand(b.Context, bandOf(4))...)
	b.Dest = ""
	boxes = append(boxes, Lay(b.Context, health())...)
	boxes = append(boxes, Lay(b.Context, twoYears())...)
	boxes = append(boxes, LayBand(b.Context, bandOf(5))...)
	book := b.book(t, boxes)
	show(t, "look", book)
	golden.Check(t, "look.trace", []byte(dump.Trace(book, nil)))
}
