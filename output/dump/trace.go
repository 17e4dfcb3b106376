package dump

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/frame"
	"assemble/layout/units"
)

// Trace prints the pages, counted from 0, or all if none is named: one line an
// item, with the role of its element, its place, what it is, and for text where
// it came from. where prints a position, as source.Files.String does; nil leaves
// positions out.
func Trace(b *frame.Book, where func(source.Pos) string, pages ...int) string {
	var out strings.Builder
	if len(pages) == 0 {
		for n := range b.Pages {
			tracePage(&out, b, n, where)
		}
	}
	for _, n := range pages {
		if n >= 0 && n < len(b.Pages) {
			tracePage(&out, b, n, where)
		}
	}
	return out.String()
}

// Sums returns one line a page: its name and a sum of its trace and of its
// glyphs, so that other figures or letters of the same width are noticed too.
// Texts that differ only in where they came from have the same sum.
func Sums(b *frame.Book) string {
	var out strings.Builder
	for n := range b.Pages {
		sum := sha256.New()
		sum.Write([]byte(Trace(b, nil, n)))
		for _, it := range b.Pages[n].Items {
			if r, ok := it.(*frame.Run); ok {
				for _, g := range r.Glyphs {
					fmt.Fprintf(sum, "%d %d %d %d,", g.ID, g.Advance, g.DX, g.DY)
				}
			}
		}
		fmt.Fprintf(&out, "%s %s\n", pageName(b, n), hex.EncodeToString(sum.Sum(nil)[:8]))
	}
	return out.String()
}

func pageName(b *frame.Book, n int) string {
	if f := b.Pages[n].Folio; f != "" {
		return f
	}
	return "[" + strconv.Itoa(n+1) + "]"
}

func tracePage(out *strings.Builder, b *frame.Book, n int, where func(source.Pos) string) {
	p := &b.Pages[n]
	fmt.Fprintf(out, "page %s %s %s", pageName(b, n), pt(p.W), pt(p.H))
	if p.Part != "" {
		fmt.Fprintf(out, " part %s", p.Part)
	}
	out.WriteByte('\n')
	for _, it := range p.Items {
		traceItem(out, b, it, where)
	}
}

// pt prints a length in points with two decimals, in integers: the same on
// every machine.
func pt(v units.Sp) string {
	n := int64(units.MulDiv(v, 100, int64(units.Pt)))
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

// artifactNames stand in the place of a role, with a sign that tells them from
// one.
var artifactNames = [...]string{"-", "-header", "-footer", "-repeat"}

func traceItem(out *strings.Builder, b *frame.Book, it frame.Item, where func(source.Pos) string) {
	tag := it.Elem()
	head := func(art frame.Artifact, x, y units.Sp) {
		name := "?"
		switch {
		case tag > 0 && int(tag) < len(b.Elems):
			name = string(b.Elems[tag].Role)
		case tag == 0 && int(art) < len(artifactNames):
			name = artifactNames[art]
		}
		fmt.Fprintf(out, "  %-7s %7s %7s ", name, pt(x), pt(y))
	}
	switch it := it.(type) {
	case *frame.Run:
		head(it.Art, it.X, it.Y)
		traceRun(out, it, where)
	case *frame.Rect:
		head(it.Art, it.X, it.Y)
		fmt.Fprintf(out, "rect %s %s %s", pt(it.W), pt(it.H), hexColor(it.Color))
	case *frame.Disc:
		head(it.Art, it.X, it.Y)
		fmt.Fprintf(out, "disc %s", pt(it.R))
		if it.Line != 0 {
			fmt.Fprintf(out, " ring %s", pt(it.Line))
		}
		fmt.Fprintf(out, " %s", hexColor(it.Color))
	case *frame.Polyline:
		var first frame.Point
		if len(it.Points) > 0 {
			first = it.Points[0]
		}
		head(it.Art, first.X, first.Y)
		fmt.Fprintf(out, "line %s %s", pt(it.Width), hexColor(it.Color))
		for _, q := range it.Points[min(1, len(it.Points)):] {
			fmt.Fprintf(out, " %s,%s", pt(q.X), pt(q.Y))
		}
	case *frame.Picture:
		head(it.Art, it.X, it.Y)
		sum := sha256.Sum256(it.Data)
		fmt.Fprintf(out, "picture %s %s %s", pt(it.W), pt(it.H), hex.EncodeToString(sum[:4]))
	case *frame.Area:
		head(0, it.X, it.Y)
		fmt.Fprintf(out, "area %s %s -> %s %q", pt(it.W), pt(it.H), target(it), it.Text)
	default:
		fmt.Fprintf(out, "  ? %T", it)
	}
	out.WriteByte('\n')
}

func traceRun(out *strings.Builder, r *frame.Run, where func(source.Pos) string) {
	fmt.Fprintf(out, "%s %s %s %q +%s", r.Face, pt(r.Size), hexColor(r.Color), r.Text, pt(r.Width()))
	if r.Lang != "" {
		fmt.Fprintf(out, " lang=%s", r.Lang)
	}
	if r.Stat != "" {
		fmt.Fprintf(out, " stat=%s", r.Stat)
	}
	if where != nil {
		if at := where(r.At.Start); at != "" {
			fmt.Fprintf(out, " %s", at)
		}
	}
}

func hexColor(c frame.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

func target(a *frame.Area) string {
	if a.URL != "" {
		return a.URL
	}
	return "#" + a.Dest
}
