package org.example.plain;

public final class NoComponent {}
