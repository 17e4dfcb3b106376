package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "say everything that is wrong, and where; write nothing", ArgsUsage: "[EDITION]",
		Flags: []cli.Flag{langFlag()},
		Action: withEdition(func(c *cli.Context, dir string, p *printer) error {
			return check(dir, c.String("lang"), p)
		}),
	}
}

// check does all that build does but write.
func check(dir, lang string, p *printer) error {
	j := &job{}
	if j.load(dir, lang) {
		bar := p.progress(len(j.parts))
		j.lay(bar.done)
		bar.end()
		j.proofread()
	}
	j.settle()
	p.print(&j.report, &j.files)
	errors, warnings := p.count(&j.report)
	if j.report.Failed() {
		p.end(fmt.Sprintf("%s, %s", many(errors, "error"), many(warnings, "warning")), nil)
		return errEdition
	}
	p.end(fmt.Sprintf("no errors, %s", many(warnings, "warning")), nil)
	return nil
}
