package edition

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

var (
	wellFormedID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	// paragraphAlias is what people and PDF destinations call a paragraph.
	paragraphAlias = regexp.MustCompile(`^para-[0-9]+$`)
	// wellFormedSymbol keeps to what document symbols are made of, because the
	// symbol becomes a file name.
	wellFormedSymbol = regexp.MustCompile(`^[A-Za-z0-9]+([/. -][A-Za-z0-9]+|\([A-Za-z0-9]+\))*$`)
)

// maxName bounds ids and symbols: file systems allow 255 bytes, and language
// and ending follow.
const maxName = 100

// validate reports what is wrong with edition.yaml itself.
func (e *Edition) validate(r *source.Reporter) {
	e.validateHead(r)
	e.validateLanguages(r)
	oneOf(e.Front, FrontParts(), "a part of the front matter", r)
	oneOf(e.Attach, Attachments(), "something that can be attached", r)
	e.validateIDs(r)
	e.HR.validate(e.At, r)
	for i := range e.Annexes {
		e.Annexes[i].validate(r)
	}
	e.validateFiles(r)
	e.validateReasons(r)
}

func (e *Edition) validateHead(r *source.Reporter) {
	if e.Schema != 1 && e.Schema != 0 { // 0: it is missing, which strict has said
		r.Error("edition-schema", e.At, fmt.Sprintf("schema %d is not known to this program, which reads schema 1", e.Schema),
			"write schema: 1, or use a newer program")
	}
	if s := e.Symbol; s.S != "" && (!wellFormedSymbol.MatchString(s.S) || len(s.S) > maxName) {
		r.Add(source.Diagnostic{
			Code: "edition-symbol", At: s.At, Excerpt: s.S, Message: fmt.Sprintf("%q is not a document symbol", s.S),
			Fix: "write letters and digits, parted by /: C/109/4",
		})
	}
	if e.Session < 0 {
		r.Error("edition-session", e.At, fmt.Sprintf("%d is not the number of a session", e.Session), "write the number: 109")
	}
	if e.Year != 0 && !plausibleYear(e.Year) {
		r.Error("edition-year", e.At, fmt.Sprintf("%d is not a year of a report", e.Year), "write the year reported on: 2017")
	}
	if !e.Date.IsZero() && e.Date.Compare(e.Cutoff) < 0 {
		r.Warn("edition-date", e.Date.At, fmt.Sprintf("the report is dated %s, before its cut-off date %s", e.Date, e.Cutoff),
			"correct the date or the cut-off date")
	}
	if len(e.Parts) == 0 && len(e.Annexes) == 0 && e.Foreword.S == "" && len(e.Front) == 0 {
		r.Error("edition-empty", e.At, "the edition has no part", "add parts: […], or annexes")
	}
}

func (e *Edition) validateLanguages(r *source.Reporter) {
	seen := map[string]bool{}
	var tags []string
	for _, l := range e.Languages {
		if !strict.IsLanguage(l.S) {
			r.Add(source.Diagnostic{
				Code: "edition-language", At: l.At, Excerpt: l.S, Message: fmt.Sprintf("%q is not a language tag", l.S),
				Fix: "write a tag such as en, fr or es",
			})
		}
		twice(seen, l, "language", r)
		tags = append(tags, l.S)
	}
	if o := e.Original; o.S != "" && len(tags) > 0 && !slices.Contains(tags, o.S) {
		r.Add(source.Diagnostic{
			Code: "edition-original", At: o.At, Excerpt: o.S, Replace: source.Nearest(o.S, tags),
			Message: fmt.Sprintf("the original language %q is not among the languages", o.S), Fix: "add it to languages, or write one of them",
		})
	}
}

// twice reports the second of two equal words.
func twice(seen map[string]bool, s strict.Str, what string, r *source.Reporter) {
	if seen[s.S] {
		r.Add(source.Diagnostic{
			Code: "edition-twice", At: s.At, Excerpt: s.S, Message: fmt.Sprintf("the %s %s stands here a second time", what, s.S),
			Fix: "keep one of the two",
		})
	}
	seen[s.S] = true
}

// onlyOnce leaves out words that stand before, so that what a part holds is not
// said to be there twice again.
func onlyOnce(words []strict.Str) []strict.Str {
	var out []strict.Str
	for _, w := range words {
		if !slices.ContainsFunc(out, func(x strict.Str) bool { return x.S == w.S }) {
			out = append(out, w)
		}
	}
	return out
}

// oneOf reports words that are not of a list, and words that stand twice.
func oneOf(words []strict.Str, known []string, what string, r *source.Reporter) {
	seen := map[string]bool{}
	for _, w := range words {
		if !slices.Contains(known, w.S) {
			r.Add(source.Diagnostic{
				Code: "edition-unknown", At: w.At, Excerpt: w.S, Replace: source.Nearest(w.S, known),
				Message: fmt.Sprintf("%q is not %s", w.S, what), Fix: "write one of " + strings.Join(known, ", "),
			})
			continue
		}
		twice(seen, w, "word", r)
	}
}

// validateIDs: every part of a report has an id of its own, those of the front
// matter included. The note page is the part that is called note there.
func (e *Edition) validateIDs(r *source.Reporter) {
	seen := map[string]bool{"cover": true, "contents": true, "acronyms": true}
	ids := make([]strict.Str, 0, len(e.Parts)+len(e.Annexes)+2)
	if e.HasFront("note") && e.Note.S == "" {
		r.Error("edition-note", e.At, "the front matter has a note page, but no text is named for it",
			"add note: note, and write "+ManuscriptName(e.Original.S, "note"))
	}
	for _, id := range []strict.Str{e.Note, e.Foreword} {
		if id.S != "" {
			ids = append(ids, id)
		}
	}
	ids = append(ids, e.Parts...)
	e.Parts = onlyOnce(e.Parts)
	for _, a := range e.Annexes {
		if a.ID.S != "" {
			ids = append(ids, a.ID)
		}
	}
	for _, id := range ids {
		if !wellFormedID.MatchString(id.S) || len(id.S) > maxName || paragraphAlias.MatchString(id.S) {
			e.notAnID(id, r)
		}
		twice(seen, id, "id", r)
	}
}

func (e *Edition) notAnID(id strict.Str, r *source.Reporter) {
	d := source.Diagnostic{
		Code: "edition-id", At: id.At, Excerpt: id.S, Message: fmt.Sprintf("%q is not an id", id.S),
		Fix: "write lower-case letters, digits and hyphens; ids such as para-34 belong to paragraphs",
	}
	if name, ok := strings.CutSuffix(path.Base(id.S), ".md"); ok && wellFormedID.MatchString(name) {
		d.Replace, d.Fix = name, "write the name alone, without folder and .md"
	}
	r.Add(d)
}

// validateFiles reports names that lead out of the folder, without asking
// whether the files are there: an import writes some of them.
func (e *Edition) validateFiles(r *source.Reporter) {
	for _, by := range []YearFiles{e.Data.Headcount, e.Data.Answers} {
		for _, x := range by.Entries {
			if _, ok := parseYear(x.Key); !ok {
				r.Add(source.Diagnostic{
					Code: "edition-year", At: x.KeyAt, Excerpt: x.Key, Message: fmt.Sprintf("%q is not a year", x.Key),
					Fix: "write the year that the file is about: 2017",
				})
			}
		}
	}
	for _, name := range e.dataFiles() {
		if name.S != "" {
			inside(name, r)
		}
	}
}
