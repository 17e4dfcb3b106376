package edition

import (
	"fmt"
	"slices"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Check reports what is missing to build the edition in a language: texts that
// are printed, manuscripts, and the files of data. A translation that is not
// finished does not stop the original.
func (e *Edition) Check(lang string, r *source.Reporter) {
	if lang == "" || len(e.Languages) == 0 {
		return // Read has said that it is missing
	}
	if !e.HasLanguage(lang) {
		r.Error("edition-language", e.Languages[0].At, fmt.Sprintf("the edition is not made in %q", lang), "add it to languages, or name one of them")
		return
	}
	if !strict.IsLanguage(lang) {
		return // Read has said so
	}
	e.checkTexts(lang, r)
	for _, id := range e.Manuscripts() {
		if wellFormedID.MatchString(id.S) {
			e.folder.need(strict.Str{S: ManuscriptName(lang, id.S), At: id.At}, r)
		}
	}
	for _, name := range e.dataFiles() {
		if name.S != "" {
			e.folder.need(name, r)
		}
	}
}

func (e *Edition) dataFiles() []strict.Str {
	names := []strict.Str{e.Data.History, e.Data.Offices, e.Data.Codebook}
	for _, by := range []YearFiles{e.Data.Headcount, e.Data.Answers} {
		for _, x := range by.Entries {
			names = append(names, x.Value)
		}
	}
	return names
}

func (e *Edition) checkTexts(lang string, r *source.Reporter) {
	check := func(name string, t strict.Text) {
		if s, _ := t.In(lang); s.S == "" && len(t.By) > 0 {
			r.Error("edition-text", t.At(), fmt.Sprintf("%s has no text in %q", name, lang), "add "+lang+": …")
		}
	}
	check("organization", e.Organization)
	check("organ", e.Organ)
	check("title", e.Title)
	e.checkOptional(check)
	for _, a := range e.Annexes {
		check("title of "+a.ID.S, a.Title)
		for _, h := range a.Heads {
			check("a head of "+a.ID.S, h)
		}
		for _, m := range a.Months {
			for _, ev := range m.Events {
				check("an event", ev.Text)
			}
		}
	}
	e.checkAcronyms(lang, r)
}

// checkAcronyms refuses an empty list of acronyms. One without a full form in the
// language is none of its acronyms: languages abbreviate the same name otherwise.
func (e *Edition) checkAcronyms(lang string, r *source.Reporter) {
	at := slices.IndexFunc(e.Front, func(f strict.Str) bool { return f.S == "acronyms" })
	if at < 0 || !e.acronymsRead || len(e.AcronymsIn(lang)) > 0 {
		return
	}
	r.Error("edition-acronyms", e.Front[at].At, fmt.Sprintf("%s has no acronym with a full form in %q, and the front matter a list of them", AcronymsName, lang),
		"add them, or take acronyms out of front")
}

// checkOptional checks texts that may be left empty in every language.
func (e *Edition) checkOptional(check func(name string, t strict.Text)) {
	for _, x := range []struct {
		name string
		text strict.Text
	}{
		{"distribution", e.Distribution},
		{"submission", e.Submission},
		{"reissue", e.Reissue},
		{"decision", e.Decision},
		{"cover_note", e.CoverNote},
	} {
		if !x.text.Empty() {
			check(x.name, x.text)
		}
	}
}
