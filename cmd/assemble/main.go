// Command assemble makes a Council's yearly report from a folder, an edition.
//
// # Sources
//
// The command line is described in README.md; each command has a file here.
//
// # Units
//
// None.
//
// # Errors
//
// Diagnostics go to standard error, in three formats. Exit codes: 0 done, 1 the
// edition has errors, 2 wrong usage, 3 a fault of ours or of the machine.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime/debug"
	"strings"

	"assemble/output"

	"github.com/urfave/cli/v2"
)

// version is the version of the program, as CHANGELOG.md has it.
const version = "0.1.0"

// Exit codes.
const (
	exitDone   = 0
	exitErrors = 1
	exitUsage  = 2
	exitFault  = 3
)

// errEdition says that the edition has errors, which were printed.
var errEdition = errors.New("the edition has errors")

// usageError is a wrong use of the command line.
type usageError struct{ error }

func main() { os.Exit(run(os.Args, os.Stdout, os.Stderr)) }

// run runs the program and returns its exit code.
func run(args []string, out, errOut io.Writer) (code int) {
	defer func() {
		if x := recover(); x != nil {
			fmt.Fprintf(errOut, "assemble %s stopped by a fault of its own: %v\nNothing was written. Please report it with this text:\n%s", version, x, debug.Stack())
			code = exitFault
		}
	}()
	said := &counter{Writer: out}
	app := newApp(said, errOut)
	arranged, err := arrange(app, args)
	if err == nil {
		err = app.Run(arranged)
	}
	if err != nil && said.n == 0 && wantsJSON(args) {
		faultJSON(out, err)
	}
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errEdition):
		return exitErrors
	case errors.As(err, &usage):
		fmt.Fprintf(errOut, "assemble: %v\nSee assemble help.\n", usage.error)
		return exitUsage
	}
	fmt.Fprintf(errOut, "assemble: %v\n", err)
	if fault := (*output.Fault)(nil); errors.As(err, &fault) {
		fmt.Fprintln(errOut, "What stood there is as it was. See that the folder may be written to, that the disk has room and that\n"+
			"no other program has the file open, or name another folder.")
	}
	return exitFault
}

// unread is what package flag says of a value that it cannot read.
var unread = regexp.MustCompile(`^invalid (boolean )?value (".*") for (?:flag )?-([a-z-]+): `)

// inWords is what package flag says, for people.
func inWords(err error) error {
	m := unread.FindStringSubmatch(err.Error())
	switch {
	case m == nil:
		return err
	case m[1] != "":
		return fmt.Errorf("--%s takes no value such as %s", m[3], m[2])
	}
	return fmt.Errorf("--%s wants a number, not %s", m[3], m[2])
}

// counter counts what is written.
type counter struct {
	io.Writer
	n int
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	c.n += n
	return n, err
}

// wantsJSON reports whether a program reads the answer, whatever becomes of the
// command: also a wrong one must be answered in JSON.
func wantsJSON(args []string) bool {
	for i, a := range args {
		if name, value, ok := strings.Cut(strings.TrimLeft(a, "-"), "="); strings.HasPrefix(a, "-") && name == "format" {
			return ok && value == "json" || i+1 < len(args) && args[i+1] == "json"
		}
	}
	return false
}

// faultJSON says what the command stumbled over, in the form of diagnostics.
func faultJSON(out io.Writer, err error) {
	code := "fault"
	if usage := (usageError{}); errors.As(err, &usage) {
		code = "usage"
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	_ = e.Encode(map[string]any{"diagnostics": []jsonDiagnostic{{Severity: "error", Code: code, Message: err.Error()}}})
}

func newApp(out, errOut io.Writer) *cli.App {
	usage := func(_ *cli.Context, err error, _ bool) error { return usageError{inWords(err)} }
	app := &cli.App{
		Name: "assemble", Usage: "make a Council's yearly report from the folder of an edition", Version: version,
		Writer: out, ErrWriter: errOut, HideVersion: true, OnUsageError: usage,
		ExitErrHandler: func(*cli.Context, error) {}, // run decides
		Commands:       []*cli.Command{buildCommand(), previewCommand(), checkCommand(), partsCommand(), factsCommand(), importCommand(), versionCommand()},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return unknownCommand(c.App, c.Args().First())
			}
			return cli.ShowAppHelp(c)
		},
	}
	for _, c := range app.Commands {
		for _, c := range append(c.Subcommands, c) {
			c.OnUsageError = usage
			c.Flags = append(c.Flags, commonFlags()...)
		}
	}
	return app
}

// commonFlags are those of every command.
func commonFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Value: "human", Usage: "how messages are printed: human, short or json"},
		&cli.BoolFlag{Name: "quiet", Usage: "print errors only"},
	}
}

func versionCommand() *cli.Command {
	return &cli.Command{
		Name: "version", Usage: "print the version",
		Action: func(c *cli.Context) error {
			p, err := newPrinter(c)
			if err != nil {
				return err
			}
			if p.format == "json" {
				return json.NewEncoder(p.out).Encode(map[string]string{"version": version})
			}
			_, err = fmt.Fprintln(p.out, "assemble", version)
			return err
		},
	}
}
