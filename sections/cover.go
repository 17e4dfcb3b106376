package sections

import (
	"fmt"

	"assemble/inputs"
	"assemble/layout/doc"
)

// Masthead returns what identifies the document, in its language.
func Masthead(in *inputs.Inputs) doc.Masthead {
	s := in.Lang.Strings()
	m := doc.Masthead{
		Organization: in.Words(in.Organization),
		Organ:        in.Words(in.Organ),
		Symbol:       in.Symbol.S,
		Title:        in.Inline(in.Title),
		Submission:   in.Inline(in.Submission),
		Reissue:      in.Inline(in.Reissue),
		Decision:     in.Inline(in.Decision),
		Note:         in.Inline(in.CoverNote),
		Year:         in.Year,
	}
	if in.Session > 0 {
		m.Session = in.Lang.Session(in.Session)
	}
	if d := in.Date; !d.IsZero() {
		m.Date, m.Created = in.Lang.Date(d.Y, d.M, d.D), d.String()
	}
	if name := s.LanguageNames.Name(in.Original.S); name != "" {
		m.Original = fmt.Sprintf(s.Original, name)
	}
	if words := in.Words(in.Distribution); words != "" {
		m.Distribution = fmt.Sprintf(s.Distribution, words)
	}
	for _, run := range [][]doc.Inline{m.Title, m.Submission, m.Reissue, m.Decision, m.Note} {
		in.BindInlines(run)
	}
	return m
}

func cover(in *inputs.Inputs) *doc.Part {
	return &doc.Part{ID: "cover", Kind: doc.Cover, Title: in.Inline(in.Title), Blocks: []doc.Block{&doc.CoverPage{}}}
}
