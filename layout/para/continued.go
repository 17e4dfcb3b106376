package para

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
)

// Continued sets what names a broken block again on its next page: "Table 3
// Expenditure (continued)", and its unit line. The title begins at x. It is an
// artifact: readers by ear do not want to hear it in the middle.
func (c *Context) Continued(title, unit []doc.Inline, x units.Sp) galley.Box {
	st := c.Style
	t := st.Roles.Continued
	var b galley.Box
	indent := units.Sp(0)
	if c.Number != "" {
		label := c.Words(c.Number, Spec{Type: st.Roles.CaptionLabel, Art: frame.RepeatArtifact})
		at := units.Sp(0)
		if st.Caption.Label != style.OnAxis {
			at, indent = x, label.Width+t.Size
		}
		b.Items = galley.Shift(label.Items, at, c.Ascent(t))
	}
	sp := c.ContinuedSpec(title, t)
	sp.Measure, sp.Indent = st.Page.Frame-x, indent
	items, h := c.Stack(c.Lines(doc.Words(c.Lang.Strings().Continued), sp), t, x, 0)
	b.Items, b.Height = append(b.Items, items...), h
	if len(unit) > 0 {
		lines := c.Lines(Unmarked(unit), Spec{Type: st.Roles.Unit, Measure: sp.Measure, Art: frame.RepeatArtifact})
		items, h := c.Stack(lines, st.Roles.Unit, x, b.Height)
		b.Items, b.Height = append(b.Items, items...), b.Height+h
	}
	b.Items = galley.Artifacts(b.Items, frame.RepeatArtifact)
	b.Height += t.Below
	return b
}

// ContinuedSpec sets "(continued)" after the words of a head of type t.
func (s *Setter) ContinuedSpec(head []doc.Inline, t style.Type) Spec {
	mark := s.Style.Roles.ContinuedMark
	mark.Size, mark.Leading = t.Size, t.Leading
	sp := Spec{Type: mark, Art: frame.RepeatArtifact}
	if len(head) > 0 {
		sp.Lead, sp.LeadType, sp.LeadGap = Unmarked(head), t, s.Space(t)
	}
	return sp
}

// Unmarked leaves out the marks of notes: what is printed again calls none.
func Unmarked(in []doc.Inline) []doc.Inline {
	out := make([]doc.Inline, 0, len(in))
	for _, x := range in {
		if _, note := x.(*doc.Footnote); !note {
			out = append(out, x)
		}
	}
	return out
}
