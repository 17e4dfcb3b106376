package edition

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"
)

func TestAsking(t *testing.T) {
	dir := t.TempDir()
	text := `schema: 1
organization: A
organ: B
symbol: C/1
session: 1
title: T
year: 2017
date: 2018-01-01
original: en
languages: [en]
parts: [a]
survey: {texts: [remarks, good.practice], txts: []}
`
	if err := os.WriteFile(filepath.Join(dir, Name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var r source.Reporter
	e := Read(dir, &source.Files{}, &r)
	if e == nil || len(e.Survey.Texts) != 2 || e.Survey.Texts[1].S != "good.practice" || e.Survey.Texts[1].At.Start.A != 12 {
		t.Fatalf("read %+v", e)
	}
	if all := r.All(); len(all) != 1 || all[0].Replace != "texts" || !strings.Contains(all[0].Message, "txts") {
		t.Errorf("faults %v", all)
	}
}
