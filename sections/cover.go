package sections

import (
	"fmt"

	"assemble/inputs"
	"assemble/inputs/source"
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
	figure := func(n int64, key source.Key, form lang.Form) []doc.Inline {
		number := lang.Int(n)
		number.Form = form
		return []doc.Inline{&doc.Stat{Number: number, From: key, At: in.Organization.At()}}
	}
	m.Caption = doc.Fill(s.MemberStates, figure(now, inputs.MembersKey(in.Year), lang.Figure))
	if m.Gained == 0 {
		m.Caption = append(m.Caption, &doc.Text{S: "."})
		return
	}
	m.Caption = doc.Fill(s.Clauses, m.Caption, doc.Fill(s.MoreThanBefore, figure(int64(m.Gained), inputs.GainedKey(in.Year), lang.Words)))
}

func cover(in *inputs.Inputs) *doc.Part {
	return &doc.Part{ID: "cover", Kind: doc.Cover, Title: in.Inline(in.Title), Blocks: []doc.Block{&doc.CoverPage{}}}
}
