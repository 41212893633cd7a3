package org.example.faulty;

final class Part {}
