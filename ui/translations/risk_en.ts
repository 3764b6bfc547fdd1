<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>RiskPlace</name>
    <message numerus="yes">
        <source>Start a case on %n target(s)</source>
        <translation>
            <numerusform>Start a case on %n target</numerusform>
            <numerusform>Start a case on %n targets</numerusform>
        </translation>
    </message>
</context>
</TS>
