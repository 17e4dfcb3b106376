package inputs

import (
	"fmt"

	"assemble/inputs/edition"
	"assemble/inputs/source"
	"assemble/inputs/strict"

	"assemble/inputs/facts"
	"assemble/layout/doc"
)

// lostFacts are the facts that texts look for in a facts.yaml that gives none.
type lostFacts struct {
	file  factsFile
	names map[string]bool
	first *doc.Stat
}

// factsFile is what became of facts.yaml.
type factsFile uint8

const (
	factsRead    factsFile = iota
	factsUnread            // which has been reported
	factsMissing           // an edition need not have one
	factsEmpty
)

func (in *Inputs) readFactsFile() {
	in.Facts = facts.NewRegister()
	if !in.Exists(edition.FactsName) {
		in.lost.file = factsMissing
		return
	}
	text, id, ok := in.File(strict.Str{S: edition.FactsName}, in.Report)
	if !ok {
		in.lost.file = factsUnread
		return
	}
	in.Facts = facts.Read(text, id, in.Report)
	if _, lost := in.Facts.Lost(); lost {
		in.lost.file = factsUnread
	} else if len(in.Facts.Names()) == 0 {
		in.lost.file = factsEmpty
	}
}

// lose reports whether a fact that is not there may stand in the facts.yaml that
// gives none. One whose name is nearly that of a fact of data is misspelt.
func (in *Inputs) lose(s *doc.Stat) bool {
	l := &in.lost
	if l.file == factsRead || l.file != factsUnread && in.Facts.Nearest(s.Fact) != "" {
		return false
	}
	if l.first == nil {
		l.first, l.names = s, map[string]bool{}
	}
	l.names[s.Fact] = true
	return true
}

// sayLost says once how many facts could not be looked up: a message at each
// figure would bury the one fault.
func (in *Inputs) sayLost() {
	l := &in.lost
	if len(l.names) == 0 {
		return
	}
	what := "there is no " + edition.FactsName
	switch l.file {
	case factsUnread:
		at, _ := in.Facts.Lost()
		in.Report.Warn("facts-unread", at, fmt.Sprintf("%s could not be looked up, because facts.yaml could not be read", manyFacts(len(l.names))),
			"correct facts.yaml first")
		return
	case factsEmpty:
		what = edition.FactsName + " is empty"
	}
	are := "are"
	if len(l.names) == 1 {
		are = "is"
	}
	in.Report.Add(source.Diagnostic{
		Code: "facts-missing", At: l.first.At, Excerpt: l.first.Fact,
		Message: fmt.Sprintf("%s, and %s %s looked for in it", what, manyFacts(len(l.names)), are),
		Fix:     fmt.Sprintf("write it, one fact a line: %s: {value: …, source: …}", l.first.Fact),
	})
}

func manyFacts(n int) string {
	if n == 1 {
		return "1 fact"
	}
	return fmt.Sprintf("%d facts", n)
}
