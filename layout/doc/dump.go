package doc

import (
	"bytes"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/lang"
)

// Dump writes parts as indented text, one block or inline on a line, for people
// who compare what two versions of the program made of the same edition.
func Dump(parts ...*Part) []byte { return dump(false, parts) }

// DumpPlaces is Dump with line and column of whatever has a place.
func DumpPlaces(parts ...*Part) []byte { return dump(true, parts) }

func dump(places bool, parts []*Part) []byte {
	d := &dumper{places: places}
	for _, p := range parts {
		d.part(p)
	}
	return d.out.Bytes()
}

type dumper struct {
	out    bytes.Buffer
	places bool
	depth  int
}

// line writes one line, without the blanks that empty words leave.
func (d *dumper) line(at source.Span, words ...string) {
	d.out.WriteString(strings.Repeat("  ", d.depth))
	first := true
	for _, w := range words {
		if w == "" {
			continue
		}
		if !first {
			d.out.WriteByte(' ')
		}
		d.out.WriteString(w)
		first = false
	}
	if d.places && at.Start.Known() {
		fmt.Fprintf(&d.out, " @%d:%d", at.Start.A, at.Start.B)
	}
	d.out.WriteByte('\n')
}

// in writes what belongs to the line before.
func (d *dumper) in(write func()) {
	d.depth++
	write()
	d.depth--
}

func (d *dumper) part(p *Part) {
	kind := [...]string{"cover", "note-page", "contents", "acronyms", "foreword", "body", "annex"}[p.Kind]
	d.line(p.At, "part", kind, name(p.ID), p.Number)
	d.in(func() {
		d.run("tag", p.Tag)
		d.run("title", p.Title)
		d.blocks(p.Blocks)
	})
}

func name(id Label) string {
	if id == "" {
		return ""
	}
	return "#" + string(id)
}

// yes is a word that stands for a truth.
func yes(b bool, word string) string {
	if b {
		return word
	}
	return ""
}

func number(word string, n int) string {
	if n == 0 {
		return ""
	}
	return word + " " + strconv.Itoa(n)
}

func text(word, s string) string {
	if s == "" {
		return ""
	}
	return word + " " + strconv.Quote(s)
}

// run writes a named run, unless it is empty.
func (d *dumper) run(word string, list []Inline) {
	if len(list) == 0 {
		return
	}
	d.line(source.Span{}, word)
	d.in(func() { d.inlines(list) })
}

func (d *dumper) blocks(list []Block) {
	for _, b := range list {
		d.block(b)
	}
}

func (d *dumper) block(b Block) {
	at, id := b.Common().At, name(b.Common().ID)
	switch b := b.(type) {
	case *Heading:
		d.line(at, "heading", strconv.Itoa(b.Level), id)
		d.in(func() { d.run("tag", b.Tag); d.inlines(b.Text) })
	case *Paragraph:
		d.line(at, "paragraph", id, yes(b.Numbered, "numbered"))
		d.in(func() {
			if b.Head != nil {
				d.block(b.Head)
			}
			d.inlines(b.Text)
		})
	case *List:
		d.list(b)
	case *Quote:
		d.line(at, "quote", id)
		d.in(func() { d.blocks(b.Of) })
	case *Panel:
		d.line(at, "panel", id, yes(b.Decision, "decision"))
		d.in(func() { d.run("title", b.Title); d.blocks(b.Of) })
	case *KeyFigures:
		d.keyFigures(b)
	case *Timeline:
		d.timeline(b)
	case *Signature:
		d.line(at, "signature", id)
		d.in(func() { d.run("name", b.Name); d.run("office", b.Office); d.image(b.Picture) })
	case *Picture:
		d.line(at, "picture", id, text("alt", b.Alt))
		d.in(func() { d.run("title", b.Title); d.run("credit", b.Credit); d.image(b.Image) })
	case *Chart:
		d.chart(b)
	case *Table:
		d.table(b)
	case *AcronymList:
		d.line(at, "acronyms", id)
		d.in(func() {
			for _, e := range b.Entries {
				d.run(strconv.Quote(e.Short), e.Text)
			}
		})
	case *CoverPage:
		d.line(at, "cover-page", id)
	case *ContentsList:
		d.line(at, "contents-list", id, number("depth", b.Depth))
	default:
		d.line(at, fmt.Sprintf("unknown block %T", b))
	}
}

func (d *dumper) list(b *List) {
	start := ""
	if b.Ordered {
		start = fmt.Sprintf("ordered from %d", b.Start)
	}
	d.line(b.At, "list", name(b.ID), start)
	d.in(func() {
		for _, item := range b.Items {
			d.line(item.At, "item")
			d.in(func() { d.blocks(item.Of) })
		}
	})
}

func (d *dumper) keyFigures(b *KeyFigures) {
	d.line(b.At, "key-figures", name(b.ID))
	d.in(func() {
		d.run("title", b.Title)
		for _, k := range b.Of {
			d.stat(k.Stat)
			d.in(func() { d.run("caption", k.Caption) })
		}
	})
}

func (d *dumper) timeline(b *Timeline) {
	d.line(b.At, "timeline", name(b.ID))
	d.in(func() {
		for _, h := range b.Heads {
			d.run("head", h)
		}
		for _, m := range b.Months {
			d.run("month", m.Name)
			for i, column := range m.Columns {
				for _, e := range column {
					d.line(e.At, "event", number("column", i+1), text("day", e.Day))
					d.in(func() { d.inlines(e.Text) })
				}
			}
		}
	})
}

func (d *dumper) image(i *Image) {
	if i != nil {
		d.line(source.Span{}, "image", strconv.Quote(i.Name), fmt.Sprintf("%d by %d, %d bytes", i.Width, i.Height, len(i.Data)))
	}
}

func (d *dumper) chart(b *Chart) {
	kind := [...]string{"bars", "grouped-bars", "stacked", "line"}[b.Kind]
	d.line(b.At, "chart", kind, name(b.ID), text("of", b.Of), yes(b.Mixed, "mixed"), text("alt", b.Alt))
	d.in(func() {
		d.run("title", b.Title)
		d.run("unit", b.Unit)
		for _, c := range b.Categories {
			d.run("category", c)
		}
		for _, s := range b.Series {
			d.line(source.Span{}, "series")
			d.in(func() {
				d.run("label", s.Label)
				for _, v := range s.Values {
					d.stat(v)
				}
			})
		}
		if b.Denom != nil {
			d.line(source.Span{}, "base")
			d.in(func() { d.stat(b.Denom) })
		}
		for _, n := range b.Notes {
			d.run("note", n)
		}
		d.run("source", b.Source)
	})
}

func (d *dumper) table(b *Table) {
	d.line(b.At, "table", name(b.ID), yes(b.Plain, "plain"), yes(b.Matrix, "matrix"), aligns(b.Columns))
	d.in(func() {
		d.run("title", b.Title)
		d.run("unit", b.Unit)
		d.run("stub", b.Stub)
		d.run("entries", Words(b.Entries))
		d.heads(b.Heads)
		for _, r := range b.Rows {
			d.row(r)
		}
		for _, n := range b.Notes {
			d.line(n.At, "note")
			d.in(func() { d.inlines(n.Text) })
		}
		d.run("legend", b.Legend)
		d.run("source", b.Source)
	})
}

func aligns(columns []Align) string {
	var b strings.Builder
	for _, a := range columns {
		b.WriteByte("alrc"[a])
	}
	return b.String()
}

func (d *dumper) heads(list []Head) {
	for _, h := range list {
		d.line(source.Span{}, "head", [...]string{"", "reported", "before"}[h.Period])
		d.in(func() { d.inlines(h.Text); d.heads(h.Sub) })
	}
}

func (d *dumper) row(r Row) {
	kind := [...]string{"data", "subtotal", "total", "straddle", "share"}[r.Kind]
	d.line(r.At, "row", kind, number("indent", r.Indent), yes(r.Muted, "muted"))
	d.in(func() {
		d.run("stub", r.Stub)
		for _, c := range r.Cells {
			gap := [...]string{"", "nil", "not-applicable", "not-available", "not-computed", "suppressed", "unchanged"}[c.Gap]
			d.line(c.At, "cell", gap, number("note", c.Note))
			d.in(func() {
				if c.Stat != nil {
					d.stat(c.Stat)
				}
				d.inlines(c.Text)
			})
		}
	})
}

func (d *dumper) inlines(list []Inline) {
	for _, in := range list {
		d.inline(in)
	}
}

func (d *dumper) inline(in Inline) {
	nowhere := source.Span{}
	switch in := in.(type) {
	case *Text:
		d.line(in.At, strconv.Quote(in.S))
	case *Emph:
		d.run("emph", in.Of)
	case *Strong:
		d.run("strong", in.Of)
	case *Foreign:
		d.run("foreign "+in.Lang, in.Of)
	case *Link:
		d.run("link "+in.URL, in.Of)
	case *Ref:
		d.line(in.At, "ref", name(in.To))
		d.in(func() { d.inlines(in.Of) })
	case *Footnote:
		d.line(in.At, "footnote", in.Name)
		d.in(func() { d.blocks(in.Of) })
	case *Break:
		d.line(nowhere, "break")
	case *Stat:
		d.stat(in)
	default:
		d.line(nowhere, fmt.Sprintf("unknown inline %T", in))
	}
}

func (d *dumper) stat(s *Stat) {
	if s == nil {
		d.line(source.Span{}, "no figure")
		return
	}
	n := s.Number
	what := "{{" + s.Fact
	if s.Fact == "" && n.Value != nil {
		what += "=" + n.Value.RatString()
	}
	if n.Form != lang.Auto {
		what += " | " + formName(n.Form)
	}
	words := []string{what + "}}", yes(s.Hole, "hole")}
	if s.Fact != "" && n.Value != nil {
		words = append(words, "= "+n.Value.RatString())
	}
	if n.Value != nil {
		words = append(words, over(n.Base), n.Unit)
	}
	if n.Places >= 0 {
		words = append(words, "places "+strconv.Itoa(n.Places))
	}
	if n.WasValue != nil {
		words = append(words, "was "+n.WasValue.RatString(), over(n.WasBase), n.WasUnit, number("in", n.WasYear))
	}
	if string(s.From) != s.Fact {
		words = append(words, text("from", string(s.From)))
	}
	d.line(s.At, append(words, text("label", n.Label), yes(n.Signed, "signed"))...)
}

func over(base *big.Rat) string {
	if base == nil {
		return ""
	}
	return "of " + base.RatString()
}

func formName(f lang.Form) string {
	names := [...]string{"auto", "figure", "words", "ordinal", "share", "million", "thousand", "was", "direction", "name"}
	if int(f) < len(names) {
		return names[f]
	}
	return fmt.Sprintf("form %d", f)
}
