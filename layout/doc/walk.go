package doc

import "strings"

// Inlines calls fn with each run of inlines of the blocks, in reading order,
// so that fn may replace them; footnotes are entered after the run they stand
// in.
func Inlines(blocks []Block, fn func(*[]Inline)) {
	for _, b := range blocks {
		inlinesOf(b, fn)
	}
}

func inlinesOf(b Block, fn func(*[]Inline)) {
	run := func(list *[]Inline) {
		fn(list)
		notes(*list, fn)
	}
	switch b := b.(type) {
	case *Heading:
		run(&b.Tag)
		run(&b.Text)
	case *Paragraph:
		if b.Head != nil {
			inlinesOf(b.Head, fn)
		}
		run(&b.Text)
	case *List:
		for i := range b.Items {
			Inlines(b.Items[i].Of, fn)
		}
	case *Quote:
		Inlines(b.Of, fn)
	case *Panel:
		run(&b.Title)
		Inlines(b.Of, fn)
	case *KeyFigures:
		run(&b.Title)
		for i := range b.Of {
			run(&b.Of[i].Caption)
		}
	case *Timeline:
		timelineInlines(b, run)
	case *Signature:
		run(&b.Name)
		run(&b.Office)
	case *Picture:
		run(&b.Title)
		run(&b.Credit)
	case *Chart:
		chartInlines(b, run)
	case *Table:
		tableInlines(b, run)
	case *AcronymList:
		for i := range b.Entries {
			run(&b.Entries[i].Text)
		}
	case *CoverPage, *ContentsList:
	}
}

func timelineInlines(b *Timeline, run func(*[]Inline)) {
	for i := range b.Heads {
		run(&b.Heads[i])
	}
	for i := range b.Months {
		run(&b.Months[i].Name)
		for _, col := range b.Months[i].Columns {
			for j := range col {
				run(&col[j].Text)
			}
		}
	}
}

func chartInlines(b *Chart, run func(*[]Inline)) {
	run(&b.Title)
	run(&b.Unit)
	for i := range b.Categories {
		run(&b.Categories[i])
	}
	for i := range b.Series {
		run(&b.Series[i].Label)
	}
	for i := range b.Notes {
		run(&b.Notes[i])
	}
	run(&b.Source)
}

func tableInlines(b *Table, run func(*[]Inline)) {
	run(&b.Title)
	run(&b.Unit)
	run(&b.Stub)
	headInlines(b.Heads, run)
	for i := range b.Rows {
		run(&b.Rows[i].Stub)
		for j := range b.Rows[i].Cells {
			run(&b.Rows[i].Cells[j].Text)
		}
	}
	for i := range b.Notes {
		run(&b.Notes[i].Text)
	}
	run(&b.Legend)
	run(&b.Source)
}

func headInlines(heads []Head, run func(*[]Inline)) {
	for i := range heads {
		run(&heads[i].Text)
		headInlines(heads[i].Sub, run)
	}
}

// notes enters the footnotes of a run.
func notes(list []Inline, fn func(*[]Inline)) {
	for _, in := range list {
		switch in := in.(type) {
		case *Footnote:
			Inlines(in.Of, fn)
		default:
			notes(Children(in), fn)
		}
	}
}

// Children returns the inlines inside an inline; nil for a leaf and for a
// footnote, whose text stands elsewhere.
func Children(in Inline) []Inline {
	switch in := in.(type) {
	case *Emph:
		return in.Of
	case *Strong:
		return in.Of
	case *Foreign:
		return in.Of
	case *Link:
		return in.Of
	case *Ref:
		return in.Of
	}
	return nil
}

// Each calls fn with every inline of a run, outermost first; footnote texts
// are not entered.
func Each(list []Inline, fn func(Inline)) {
	for _, in := range list {
		fn(in)
		Each(Children(in), fn)
	}
}

// Stats calls fn with every Stat of the blocks, in reading order: those in
// text and those in cells, charts and bands.
func Stats(blocks []Block, fn func(*Stat)) {
	Inlines(blocks, func(list *[]Inline) {
		for _, in := range *list {
			eachStat(in, fn)
		}
	})
	Blocks(blocks, func(b Block) {
		switch b := b.(type) {
		case *KeyFigures:
			for _, k := range b.Of {
				fn(k.Stat)
			}
		case *Chart:
			for _, s := range b.Series {
				for _, v := range s.Values {
					fn(v)
				}
			}
			if b.Denom != nil {
				fn(b.Denom)
			}
		case *Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					if c.Stat != nil {
						fn(c.Stat)
					}
				}
			}
		}
	})
}

func eachStat(in Inline, fn func(*Stat)) {
	if s, ok := in.(*Stat); ok {
		fn(s)
		return
	}
	for _, k := range Children(in) {
		eachStat(k, fn)
	}
}

// Blocks calls fn with every block, outermost first, in reading order;
// footnote texts are not entered.
func Blocks(blocks []Block, fn func(Block)) {
	for _, b := range blocks {
		fn(b)
		switch b := b.(type) {
		case *List:
			for i := range b.Items {
				Blocks(b.Items[i].Of, fn)
			}
		case *Quote:
			Blocks(b.Of, fn)
		case *Panel:
			Blocks(b.Of, fn)
		}
	}
}

// Plain returns the words of a run without numbers' forms and without notes:
// for outlines, alternative texts and messages. stat prints a number.
func Plain(list []Inline, stat func(*Stat) string) string {
	var b strings.Builder
	var walk func([]Inline)
	walk = func(list []Inline) {
		for _, in := range list {
			switch in := in.(type) {
			case *Text:
				b.WriteString(in.S)
			case *Break:
				b.WriteByte(' ')
			case *Stat:
				if stat != nil {
					b.WriteString(stat(in))
				}
			default:
				walk(Children(in))
			}
		}
	}
	walk(list)
	// Only plain spaces are tidied: a no-break space is there for a reason.
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " ")
}

// Words returns a run of one plain text.
func Words(s string) []Inline {
	if s == "" {
		return nil
	}
	return []Inline{&Text{S: s}}
}

// Fill puts runs into a pattern of package lang, one for each %s.
func Fill(pattern string, args ...[]Inline) []Inline {
	var out []Inline
	for i, part := range strings.Split(pattern, "%s") {
		if i > 0 && i <= len(args) {
			out = append(out, args[i-1]...)
		}
		if part != "" {
			out = append(out, &Text{S: part})
		}
	}
	return out
}
