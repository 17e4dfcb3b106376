package main

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"

	"github.com/urfave/cli/v2"
)

// arrange puts flags before arguments, because package cli reads no flag that
// stands behind one: measured, "preview annex-iv --out x" runs with the default
// folder and no error. What looks like a flag and is none is refused.
func arrange(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	rest := args[1:]
	if rest[0] == "help" {
		return helpFor(app, rest[1:], args[0])
	}
	names, cmd := findCommand(app, rest)
	if cmd == nil {
		return args, nil
	}
	var flags, words []string
	named := names
	for i := 0; i < len(rest); i++ {
		a := rest[i]
		switch {
		case a == "--":
			words = append(words, rest[i+1:]...)
			i = len(rest)
		case len(a) > 1 && a[0] == '-':
			takes, err := flagOf(cmd, a)
			if err != nil {
				return nil, usageError{err}
			}
			flags = append(flags, a)
			if takes {
				if i+1 == len(rest) {
					return nil, usageError{fmt.Errorf("%s wants a value", a)}
				}
				i++
				flags = append(flags, rest[i])
			}
		case len(named) > 0 && a == named[0]:
			named = named[1:]
		default:
			words = append(words, a)
		}
	}
	return slices.Concat(args[:1], names, flags, []string{"--"}, words), nil
}

// helpFor asks a command itself for help: the help of package cli does not know
// those below others, and calls an unknown one a fault.
func helpFor(app *cli.App, words []string, program string) ([]string, error) {
	if i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "-") }); i >= 0 {
		words = words[:i] // flags say nothing here
	}
	names, _ := findCommand(app, words)
	if len(names) == 0 && len(words) > 0 {
		return nil, unknownCommand(app, words[0])
	}
	return slices.Concat([]string{program}, names, []string{"--help"}), nil
}

// findCommand finds the command among arguments, with the names that lead to it:
// those of a command that has others below it, and of one of these.
func findCommand(app *cli.App, args []string) (names []string, cmd *cli.Command) {
	for i, a := range args {
		if a == "--" {
			break
		}
		if strings.HasPrefix(a, "-") {
			continue
		}
		// The value of --format may stand before the command.
		if i > 0 && args[i-1] == "--format" {
			continue
		}
		next := app.Command(a)
		if cmd != nil {
			next = below(cmd, a)
		}
		if next == nil {
			break
		}
		names, cmd = append(names, a), next
		if len(cmd.Subcommands) == 0 {
			break
		}
	}
	return names, cmd
}

func below(cmd *cli.Command, name string) *cli.Command {
	i := slices.IndexFunc(cmd.Subcommands, func(c *cli.Command) bool { return c.HasName(name) })
	if i < 0 {
		return nil
	}
	return cmd.Subcommands[i]
}

// flagOf says whether a flag takes the next argument as its value.
func flagOf(cmd *cli.Command, arg string) (takes bool, err error) {
	name, _, hasValue := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	var known []string
	for _, f := range cmd.Flags {
		known = append(known, f.Names()...)
		if slices.Contains(f.Names(), name) {
			_, isBool := f.(*cli.BoolFlag)
			return !isBool && !hasValue, nil
		}
	}
	if name == "help" || name == "h" {
		return false, nil
	}
	return false, fmt.Errorf("%s has no flag %s%s", cmd.Name, arg, meant(source.Nearest(name, known), "--"))
}

func unknownCommand(app *cli.App, name string) error {
	var known []string
	for _, c := range app.Commands {
		known = append(known, c.Name)
	}
	return usageError{fmt.Errorf("there is no command %q%s", name, meant(source.Nearest(name, known), ""))}
}

func meant(near, prefix string) string {
	if near == "" {
		return ""
	}
	return "; did you mean " + prefix + near + "?"
}

// withEdition is the action of a command whose one argument is an edition.
func withEdition(do func(c *cli.Context, dir string, p *printer) error) cli.ActionFunc {
	return func(c *cli.Context) error {
		dir, err := editionFolder(c)
		if err != nil {
			return err
		}
		p, err := newPrinter(c)
		if err != nil {
			return err
		}
		return do(c, dir, p)
	}
}

// langFlag chooses one of the languages of an edition.
func langFlag() cli.Flag {
	return &cli.StringFlag{Name: "lang", Usage: "language, such as en; that of the original by default"}
}

// editionFolder is the one argument of most commands: a folder, by default the
// one at hand.
func editionFolder(c *cli.Context) (string, error) {
	switch c.Args().Len() {
	case 0:
		return ".", nil
	case 1:
		return c.Args().First(), nil
	}
	return "", usageError{fmt.Errorf("%s takes one edition, not %d", c.Command.Name, c.Args().Len())}
}
