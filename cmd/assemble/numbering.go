package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/galley"
	"assemble/layout/para"
)

// numberingName is the file that build leaves for preview: the counters before
// each part, and what each label points to. Only a preview reads it, and only
// where a part before the one that it shows is broken.
const numberingName = "numbering.json"

// maxNumbering bounds the file.
const maxNumbering = 16 << 20

type numbering struct {
	Symbol string                 `json:"symbol"`
	Lang   string                 `json:"lang"`
	Parts  []partNumbers          `json:"parts"`
	Labels map[string]para.Target `json:"labels"`
}

type partNumbers struct {
	ID    string          `json:"id"`
	Start galley.Counters `json:"start"`
}

// numbering is the text of the counters of a finished report.
func (j *job) numbering() ([]byte, error) {
	n := numbering{Symbol: j.in.Symbol.S, Lang: j.in.Tag(), Labels: map[string]para.Target{}}
	for i, p := range j.parts {
		n.Parts = append(n.Parts, partNumbers{string(p.ID), j.starts[i]})
	}
	for l, t := range j.labels {
		n.Labels[string(l)] = t
	}
	data, err := json.MarshalIndent(n, "", " ")
	if err != nil {
		return nil, err
	}
	return append(data, '\n'), nil
}

// readNumbering reads what the last build left; nil if there is nothing that
// fits this edition.
func (j *job) readNumbering(dir string) *numbering {
	path := filepath.Join(dir, j.beside(numberingName))
	if info, err := os.Stat(path); err != nil || info.Size() > maxNumbering {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	var n numbering
	if err := json.Unmarshal(data, &n); err != nil {
		j.found.Warn("numbering-unreadable", source.Span{}, path+" cannot be read", "build the report again")
		return nil
	}
	if n.Symbol != j.in.Symbol.S || n.Lang != j.in.Tag() {
		return nil
	}
	return &n
}

// start returns the counters before a part; those of no part for nil.
func (n *numbering) start(id string) (galley.Counters, bool) {
	if n != nil {
		for _, p := range n.Parts {
			if p.ID == id {
				return p.Start, true
			}
		}
	}
	return galley.Counters{}, false
}

// target is what a label pointed to.
func (n *numbering) target(l doc.Label) (para.Target, bool) {
	if n == nil {
		return para.Target{}, false
	}
	t, ok := n.Labels[string(l)]
	return t, ok
}
