package io.github.camelsmp.guides;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Looks in one file for what users can name and nobody has described. What overrides needs no comment, nor does a getter
 * whose setter has one, nor what an annotation describes.
 */
final class PublicNames extends TreePathScanner<Void, Void> {

    private static final Set<Tree.Kind> IMPLICITLY_PUBLIC = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);
    private static final Pattern GETTER = Pattern.compile("(?:get|is)([A-Z].*)");

    private final DocTrees trees;
    private final List<String> undescribed = new ArrayList<>();

    PublicNames(DocTrees trees) {
        this.trees = trees;
    }

    /** What is lacking, as {@code Outer.Inner.member}. */
    List<String> undescribed() {
        return undescribed;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        if (!isPublic(type.getModifiers())) {
            return null;
        }
        if (comment().isEmpty()) {
            undescribed.add(name(type.getSimpleName().toString()));
        }
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree field && isComponent(type, field)) {
                requireParameter(type.getSimpleName() + ".", field.getName().toString());
            }
        }
        return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        if (isWritten(method)
                && isPublic(method.getModifiers())
                && !speaksForItself(method)
                && comment().isEmpty()) {
            undescribed.add(name(method.getName().toString()));
        }
        return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
        ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        if (!isComponent(type, field)
                && isPublic(field.getModifiers())
                && comment().isEmpty()) {
            undescribed.add(name(field.getName().toString()));
        }
        return null;
    }

    private void requireParameter(String record, String component) {
        if (!comment().orElse("").contains("@param " + component + " ")) {
            undescribed.add(name(record + component));
        }
    }

    private static boolean isComponent(ClassTree type, VariableTree field) {
        return type.getKind() == Tree.Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    /** The compiler's parser adds constructors that nobody wrote, at no position of their own. */
    private boolean isWritten(MethodTree method) {
        ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        return position(method) != position(type);
    }

    private long position(Tree tree) {
        return trees.getSourcePositions().getStartPosition(getCurrentPath().getCompilationUnit(), tree);
    }

    private boolean isPublic(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || IMPLICITLY_PUBLIC.contains(
                                getCurrentPath().getParentPath().getLeaf().getKind())
                        && !flags.contains(Modifier.PRIVATE);
    }

    private boolean speaksForItself(MethodTree method) {
        return method.getModifiers().getAnnotations().stream().anyMatch(PublicNames::describes)
                || GETTER.matcher(method.getName()).results().anyMatch(getter -> isDescribed("set" + getter.group(1)));
    }

    private static boolean describes(AnnotationTree annotation) {
        return annotation.getAnnotationType().toString().equals("Override")
                || annotation.getArguments().stream()
                        .anyMatch(argument -> argument.toString().startsWith("description = "));
    }

    private boolean isDescribed(String method) {
        TreePath type = getCurrentPath().getParentPath();
        return ((ClassTree) type.getLeaf())
                .getMembers().stream()
                        .filter(member -> member instanceof MethodTree other
                                && other.getName().contentEquals(method))
                        .anyMatch(member -> trees.getDocComment(new TreePath(type, member)) != null);
    }

    private Optional<String> comment() {
        return Optional.ofNullable(trees.getDocComment(getCurrentPath()));
    }

    private String name(String last) {
        StringBuilder name = new StringBuilder(last);
        for (TreePath path = getCurrentPath().getParentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree outer) {
                name.insert(0, outer.getSimpleName() + ".");
            }
        }
        return name.toString();
    }
}
