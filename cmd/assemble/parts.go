package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"assemble/layout/doc"
	"assemble/layout/page"

	"github.com/urfave/cli/v2"
)

func partsCommand() *cli.Command {
	return &cli.Command{
		Name: "parts", Usage: "list the parts that can be named, with their numbers", ArgsUsage: "[EDITION]",
		Flags: []cli.Flag{langFlag()},
		Action: withEdition(func(c *cli.Context, dir string, p *printer) error {
			return parts(dir, c.String("lang"), p)
		}),
	}
}

// parts lists what a preview can be asked for.
func parts(dir, lang string, p *printer) error {
	j := &job{}
	ok := j.load(dir, lang)
	var list []page.Named
	if ok {
		list = page.Index(&doc.Document{Lang: j.in.Tag(), Parts: j.parts}, j.in.Look)
	}
	j.settle()
	if p.format != "json" {
		p.print(&j.report, &j.files)
	}
	if err := p.index(list); err != nil {
		return err
	}
	if !ok || j.report.Failed() {
		return errEdition
	}
	return nil
}

func (p *printer) index(list []page.Named) error {
	if p.format == "json" {
		e := json.NewEncoder(p.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if list == nil {
			list = []page.Named{}
		}
		return e.Encode(list)
	}
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for _, n := range list {
		fmt.Fprintf(w, "%s%s\t%s\t%s\n", strings.Repeat("  ", n.Depth), n.ID, n.Number, n.Title)
	}
	return w.Flush()
}
