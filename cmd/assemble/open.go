package main

import (
	"os/exec"
	"runtime"
)

// openFile opens a file with what the system has for it, and does not wait.
func openFile(path string) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	}
	return exec.Command(name, args...).Start()
}
