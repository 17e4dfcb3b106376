package sections

import (
	"fmt"

	"assemble/inputs"
	"assemble/layout/doc"
	"assemble/layout/lang"
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
	ornament(in, &m)
	for _, run := range [][]doc.Inline{m.Title, m.Submission, m.Reissue, m.Decision, m.Note} {
		in.BindInlines(run)
	}
	return m
}

// ornament counts the marks of the cover: one for each Member State, those
// gained in the year apart. It has none where the standings of the organization
// are not known.
func ornament(in *inputs.Inputs, m *doc.Masthead) {
	now, before := in.Members(in.Year), in.Members(in.Year-1)
	if now <= 0 {
		return
	}
	s := in.Lang.Strings()
	m.MemberStates, m.Gained = int(now), int(max(0, now-before))
	m.Caption = fmt.Sprintf(s.MemberStates, in.Lang.Format(lang.Int(now), lang.InHeading)) + "."
	if m.Gained > 0 {
		m.Caption = fmt.Sprintf(s.Clauses, fmt.Sprintf(s.MemberStates, in.Lang.Format(lang.Int(now), lang.InHeading)),
			fmt.Sprintf(s.MoreThanBefore, in.Lang.Cardinal(int64(m.Gained), lang.Masculine)))
	}
}

func cover(in *inputs.Inputs) *doc.Part {
	return &doc.Part{ID: "cover", Kind: doc.Cover, Title: in.Inline(in.Title), Blocks: []doc.Block{&doc.CoverPage{}}}
}
