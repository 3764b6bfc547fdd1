<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>CasePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvaluationsPart</name>
    <message numerus="yes">
        <source>%n page(s) proposed for the sample</source>
        <translation>
            <numerusform>%n page proposed for the sample</numerusform>
            <numerusform>%n pages proposed for the sample</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcome(s) to look at</source>
        <translation>
            <numerusform>%n outcome to look at</numerusform>
            <numerusform>%n outcomes to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to confirm in the sample</source>
        <translation>
            <numerusform>%n page to confirm in the sample</numerusform>
            <numerusform>%n pages to confirm in the sample</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) that the sample has already</source>
        <translation>
            <numerusform>%n page that the sample has already</numerusform>
            <numerusform>%n pages that the sample has already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcome(s) to look at; none is a verdict of ours</source>
        <translation>
            <numerusform>%n outcome to look at; it is no verdict of ours</numerusform>
            <numerusform>%n outcomes to look at; none is a verdict of ours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) say “not tested” and bring nothing</source>
        <translation>
            <numerusform>%n row says “not tested” and brings nothing</numerusform>
            <numerusform>%n rows say “not tested” and bring nothing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message numerus="yes">
        <source>and %n place(s) more</source>
        <translation>
            <numerusform>and %n place more</numerusform>
            <numerusform>and %n places more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other case(s) on this requirement</source>
        <translation>
            <numerusform>%n other case on this requirement</numerusform>
            <numerusform>%n other cases on this requirement</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterStep</name>
    <message numerus="yes">
        <source>%n file(s) written to {0}</source>
        <translation>
            <numerusform>%n file written to {0}</numerusform>
            <numerusform>%n files written to {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepliesPart</name>
    <message numerus="yes">
        <source>%n reply(s) taken over.</source>
        <translation>
            <numerusform>%n reply taken over.</numerusform>
            <numerusform>%n replies taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleGate</name>
    <message numerus="yes">
        <source>%n visit(s) to each page</source>
        <translation>
            <numerusform>%n visit to each page</numerusform>
            <numerusform>%n visits to each page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingPart</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
