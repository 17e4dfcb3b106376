// Package output puts finished documents into the world: it joins the page
// writer and the archivist into one call, and writes files so that a failure
// never costs the file that was there.
//
// # Sources
//
// A file is replaced as POSIX rename(2) allows: written beside its place under
// another name, flushed to the disk, then renamed over it in one step.
//
// # Units
//
// Names are those of the operating system; documents are whole, as bytes.
//
// # Errors
//
// PDF reports a Book that cannot become a file; that is a fault of layout. Write
// and Replace report faults of the machine, and leave what stood before.
package output
